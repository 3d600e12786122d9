import { Prisma } from '../database/generated/client.ts';
import type { Check } from '../kernel/check.ts';

// What must hold of every exemplar.

export const exemplarChecks: readonly Check[] = [
  {
    name: 'named_with_consent',
    says: {
      vi: 'Mỗi bài tuyên dương đang đăng có ít nhất một người hoặc tập thể đã đồng ý và được thủ trưởng xác nhận.',
      en: 'Each praise that is out has somebody in it who agreed and whom their head endorsed.',
    },
    broken: Prisma.sql`
      select 'praise ' || number as what from exemplar
      where state = 'published' and not exists (
        select from exemplar_subject as subject
        join exemplar_endorsement as answer
          on answer.exemplar_id = subject.exemplar_id and answer.unit_id = subject.unit_id
        where subject.exemplar_id = exemplar.id and answer.endorsed
          and (subject.person_id is null or subject.consent in ('internal', 'public')))
      order by 1`,
  },
  {
    name: 'congratulated_by_others',
    says: {
      vi: 'Không ai chúc mừng bài tuyên dương chính mình.',
      en: 'Nobody congratulates themselves.',
    },
    broken: Prisma.sql`
      select distinct 'praise ' || number as what
      from exemplar_congratulation join exemplar_subject using (exemplar_id, person_id)
      join exemplar on exemplar.id = exemplar_id
      order by 1`,
  },
  {
    name: 'copied_by_others',
    says: {
      vi: 'Chỉ đơn vị khác học tập, áp dụng, và chỉ học tập điển hình tiên tiến.',
      en: 'Only other units copy, and only advanced models.',
    },
    broken: Prisma.sql`
      select distinct 'praise ' || number as what
      from exemplar_application as application join exemplar on exemplar.id = application.exemplar_id
      where kind <> 'advanced_model' or exists (
        select from exemplar_subject as subject
        where subject.exemplar_id = exemplar.id and subject.unit_id = application.unit_id)
      order by 1`,
  },
];
