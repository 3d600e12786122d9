import { z } from 'zod';
import { isCalendarDate } from '../../rulebook/calendar.ts';
import { buttonKind, modalKind } from '../../slack/kinds.ts';

const Kind = z.enum(['emulation', 'initiative']);
const OnCouncil = z.object({ councilId: z.uuid() });
/** `last`: opens the third modal on the stack, the last that Slack takes. */
const OnStack = OnCouncil.extend({ last: z.boolean() });
const Day = z.string().refine(isCalendarDate);
const Office = z.enum(['chair', 'vice_chair', 'standing_member', 'secretary', 'member']);

/** A member without a Slack account, as a menu names them: `office:personId`. */
const KeptSeat = z.string().transform((text) => {
  const [office, personId] = text.split(':');
  return z.object({ office: Office, personId: z.uuid() }).parse({ office, personId });
});
const People = z.array(z.string()).optional();

export const openCouncils = buttonKind('councils.compositions', z.object({}));
export const openCouncil = buttonKind('councils.composition', OnStack);
export const openReconstitution = buttonKind('councils.reconstitute', OnStack);
export const openSubstitute = buttonKind('councils.substitute', OnCouncil);
/** Of a unit that ought to have one, or (null) of one that is chosen in the form. */
export const openEstablishment = buttonKind(
  'councils.establish',
  z.object({ unitId: z.uuid().nullable(), kind: Kind.nullable() }),
);

/** What a form is about: a council to be set up, or a later composition of one. */
const Target = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('council'),
    /** Of the council that will be; the same however often the form is sent. */
    id: z.uuid(),
    unitId: z.uuid().nullable(),
    kind: Kind.nullable(),
  }),
  z.object({
    what: z.literal('composition'),
    id: z.uuid(),
    councilId: z.uuid(),
    /** The latest composition, or the council itself, as the form showed it. */
    seen: z.uuid(),
  }),
]);
export type Target = z.infer<typeof Target>;

/** What the select of units is called. */
export const COUNCIL_UNIT = 'councilUnit';

/** Step 1: who. */
export const membersModal = modalKind('councils.composition_members', {
  metadata: z.object({ target: Target, last: z.boolean() }),
  fields: z.object({
    [COUNCIL_UNIT]: z.uuid().optional(),
    kind: Kind.optional(),
    chair: z.string().optional(),
    vice_chair: People,
    standing_member: People,
    secretary: z.string().optional(),
    member: People,
    /** Of those now in office without a Slack account, who stay. */
    kept: z.array(KeptSeat).optional(),
  }),
});

/** Step 2: by which decision, after what changes was shown. */
export const decisionModal = modalKind('councils.composition_decision', {
  metadata: z.object({ target: Target, seats: z.array(z.tuple([Office, z.uuid()])) }),
  fields: z.object({
    name: z.string().max(200).optional(),
    number: z.string().max(60).optional(),
    decidedOn: Day.optional(),
    from: Day.optional(),
    to: Day.optional(),
    /** Member rows whose substitutes go on. */
    substitutes: People,
  }),
});

export const substituteModal = modalKind('councils.substitute_form', {
  metadata: OnCouncil.extend({ id: z.uuid() }),
  fields: z.object({
    for: z.uuid(),
    /** Nobody: there is no substitute any more. */
    substitute: z.string().optional(),
    number: z.string().max(60).optional(),
    decidedOn: Day.optional(),
    from: Day.optional(),
  }),
});
