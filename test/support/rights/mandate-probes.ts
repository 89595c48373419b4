import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MandateRequest } from "#src/domain/requests/mandate.ts";
import type { Thing } from "./district.ts";
import { asksSure, is, MESSAGE, type Probe } from "./probe.ts";
import { NOW } from "./trial.ts";

const suspension = ({ name }: Thing) =>
  ({ change: "suspend", names: [name], orgs: [], on: "2026-09-10" }) as const;

const changeOf = ({ mandateId }: Thing): number => 9_000_000 + mandateId;

/** A suspension that somebody of the office registered by mistake an hour ago. */
const registered = (tx: Tx, thing: Thing) =>
  tx.execute(sql`
    insert into mandate_changes (id, mandate_id, lead_id, change, on_day, by_person, before, at) overriding system value
    select ${changeOf(thing)}::int8, id, id, 'suspend', '2026-09-10', (select min(person_id) from staff_roles), json_build_object(
      'status', status, 'from', valid_from, 'to', valid_to, 'townshipId', null, 'groupId', null, 'rest', null)::text,
      ${NOW.toISOString()}::timestamptz - interval '1 hour' from mandates where id = ${thing.mandateId}::int8`);

/** A probe for every request about mandates. */
export const MANDATE_PROBES: Readonly<Record<MandateRequest["do"], Probe>> = {
  "mandate.preview": {
    request: (thing) => ({ do: "mandate.preview", messageId: MESSAGE, plan: suspension(thing) }),
    reached: asksSure((text, { name }) => text.includes(name)),
  },
  "mandate.change": {
    request: (thing) => ({ do: "mandate.change", plan: suspension(thing) }),
    reached: is("mandate.changed"),
  },
  "mandate.undo-preview": {
    request: ({ name }) => ({ do: "mandate.undo-preview", name }),
    reached: asksSure((text, { name }) => text.includes(name)),
    prepare: registered,
  },
  "mandate.undo": {
    request: (thing) => ({ do: "mandate.undo", changeId: changeOf(thing) }),
    reached: is("mandate.undone"),
    prepare: registered,
  },
};
