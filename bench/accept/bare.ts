import { fastify } from "fastify";
import { connect, type DatabaseAddress } from "#db/client.ts";

// What an honest small bot does: one insert for each request, acknowledged after it. Prints its URL.

const sql = connect(JSON.parse(process.argv[2] ?? "{}") as DatabaseAddress, 10);
await sql`create table if not exists bare (id text primary key, body jsonb not null, at timestamptz default now())`;

const app = fastify();
app.post<{ Body: { id: string; text: string } }>("/api/chat/messages", async (request, reply) => {
  const { id } = request.body;
  await sql`insert into bare (id, body) values (${id}, ${sql.json(request.body)}) on conflict do nothing`;
  return reply.code(202).send({ accepted: true });
});
process.stdout.write(`${await app.listen({ host: "127.0.0.1", port: 0 })}\n`);
