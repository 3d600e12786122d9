import { buildAdministrative } from '../../documents/administrative.ts';
import { formatInstant } from '../../kernel/time.ts';
import {
  annulledParts,
  earlierParts,
  letterhead,
  nameOf,
  type PaperContext,
  shareOf,
  votesOf,
} from './minutes-parts.ts';
import type { MinutesFacts } from './minutes-queries.ts';

/** Biên bản kiểm phiếu: papers given out, returned, valid, and what they say. */
export function countMinutes(facts: MinutesFacts, context: PaperContext): Promise<Buffer> {
  const { council, items } = facts;
  const counted = items.filter(({ ballot }) => ballot);
  return buildAdministrative({
    ...letterhead(facts, context, 'BB'),
    title: 'BIÊN BẢN KIỂM PHIẾU',
    abstract: council.name,
    landscape: true,
    parts: [
      {
        kind: 'facts',
        rows: [
          ['Phiên họp', formatInstant(facts.startsAt, context.zone)],
          ['Số nội dung đã kiểm phiếu', `${counted.length}/${items.length}`],
        ],
      },
      {
        kind: 'table',
        columns: [
          { header: 'STT', percent: 5 },
          { header: 'Nội dung', percent: 29 },
          { header: 'Hình thức', percent: 8 },
          { header: 'Phát ra', percent: 7 },
          { header: 'Thu về', percent: 7 },
          { header: 'Hợp lệ', percent: 7 },
          { header: 'Không hợp lệ', percent: 8 },
          { header: 'Đồng ý', percent: 7 },
          { header: 'Không đồng ý', percent: 8 },
          { header: 'Ý kiến khác', percent: 7 },
          { header: 'Tỷ lệ', percent: 7 },
        ],
        rows: counted.flatMap(({ item, ballot }, index) =>
          ballot
            ? [
                [
                  String(index + 1),
                  `${item.number} – ${item.title}`,
                  ballot.method === 'secret' ? 'Phiếu kín' : 'Công khai',
                  String(ballot.given),
                  String(ballot.returned),
                  String(ballot.returned - ballot.outcome.invalid),
                  String(ballot.outcome.invalid),
                  ...votesOf(ballot),
                  shareOf(ballot),
                ],
              ]
            : [],
        ),
      },
      ...earlierParts(items, context.zone),
      ...annulledParts(items, context.zone),
      {
        kind: 'paragraph',
        text: 'Tỷ lệ là số phiếu đồng ý trên tổng số làm căn cứ theo quy định của từng nội dung. Ý kiến bằng văn bản của thành viên vắng mặt có trong số thu về ở nội dung cho tính.',
      },
      {
        kind: 'field',
        label: 'Mã danh sách bỏ phiếu:',
        text: counted
          .flatMap(({ item, ballot }) =>
            ballot ? [`${item.number} – ${item.title}: ${ballot.rollHash.slice(0, 16)}`] : [],
          )
          .join('\n'),
      },
    ],
    signatures: [
      { office: 'Thư ký', name: nameOf(facts, 'secretary') },
      { office: 'Trưởng ban kiểm phiếu', name: '' },
    ],
    recipients: ['Hội đồng', 'Lưu: VT, TĐKT'],
  });
}
