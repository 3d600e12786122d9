import type { Check } from '../kernel/check.ts';
import { Prisma } from './generated/client.ts';

/** That the database's own guards are on their posts. */
export const databaseChecks: readonly Check[] = [
  {
    name: 'guards_on',
    says: {
      vi: 'Mọi bộ canh (trigger) và ràng buộc của cơ sở dữ liệu đều đang có hiệu lực.',
      en: 'Every trigger and constraint of the database is in force.',
    },
    broken: Prisma.sql`
      select 'trigger ' || tgname || ' on ' || tgrelid::regclass as what
      from pg_trigger join pg_class on pg_class.oid = tgrelid
      where relnamespace = 'public'::regnamespace and tgenabled = 'D'
      union
      select 'constraint ' || conname || ' on ' || conrelid::regclass from pg_constraint
      where connamespace = 'public'::regnamespace and not convalidated
      order by 1`,
  },
  {
    name: 'log_append_only',
    says: {
      vi: 'Nhật ký chỉ được ghi thêm: bộ canh cấm sửa, xóa còn nguyên.',
      en: 'The audit log can only be added to: the triggers that forbid changes are there.',
    },
    broken: Prisma.sql`
      select name as what from unnest(array['audit_append_only', 'audit_no_truncate']) name
      where not exists (
        select from pg_trigger
        where tgrelid = 'public.audit_event'::regclass and tgname = name and tgenabled in ('O', 'A'))
      order by 1`,
  },
];
