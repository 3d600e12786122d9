import { z } from 'zod';
import { messageKind } from '../jobs/kinds.ts';

/** Tells a person of a role (the subject is the grant) that they were given. */
export const roleGranted = messageKind('people.role_granted', z.object({}));

/** Tells a person that a role (the subject is the grant) has ended. */
export const roleEnded = messageKind('people.role_ended', z.object({}));

/** Asks an administrator to match somebody (the subject is their request) who is in nobody's row. */
export const accessAsked = messageKind('people.access_asked', z.object({}));

/** Tells a person (the subject) that their Slack account is matched to them. */
export const accessMatched = messageKind('people.access_matched', z.object({}));

/** Tells somebody who is no person of the list that their request (the subject) was turned down. */
export const accessRefused = messageKind('people.access_refused', z.object({}));
