import { z } from 'zod';
import { messageKind } from '../jobs/kinds.ts';

/** Tells a person of a role (the subject is the grant) that they were given. */
export const roleGranted = messageKind('people.role_granted', z.object({}));

/** Tells a person that a role (the subject is the grant) has ended. */
export const roleEnded = messageKind('people.role_ended', z.object({}));
