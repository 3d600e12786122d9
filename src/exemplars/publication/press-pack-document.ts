import type { FileType } from '../../database/generated/enums.ts';
import { type AdministrativeContent, buildAdministrative } from '../../documents/administrative.ts';
import { placeAndDate } from '../../documents/dates.ts';
import { fileNamePart } from '../../documents/file-name.ts';
import { pictureSize } from '../../documents/pictures.ts';
import { type Day, formatDay } from '../../kernel/time.ts';
import { phrases } from '../phrases.ts';
import type { ExemplarFile } from '../queries.ts';
import { periodText } from '../texts.ts';

// The press pack is for Vietnamese newspapers, so its words are Vietnamese.

interface Picture {
  name: string;
  type: FileType;
  content: { bytes: Uint8Array } | null;
}

/** tai-lieu-bao-chi-td-2026-0001.docx */
export function pressPackName({ number }: { number: string }): string {
  return `tai-lieu-bao-chi-${fileNamePart(number)}.docx`;
}

/** The words that were published and the pictures that the press may have; nothing else of the report. */
export function pressPackDocument({
  file,
  pictures,
  publishedOn,
  on,
}: {
  file: ExemplarFile;
  pictures: readonly Picture[];
  publishedOn: Day;
  on: Day;
}): Promise<Buffer> {
  const { kind, field } = phrases.vi;
  const named = file.subjects.filter((one) => one.mayBeNamed);
  const [first] = named;
  return buildAdministrative({
    superior: null,
    issuer: first?.unitName ?? '',
    placeAndDate: placeAndDate(on),
    title: 'TÀI LIỆU CUNG CẤP CHO BÁO CHÍ',
    abstract: file.headline ?? '',
    parts: [
      {
        kind: 'facts',
        rows: [
          ['Loại', `${kind(file.kind)} (${file.number})`],
          ...named.map(({ personId, name, position, unitName }): [string, string] =>
            personId === null
              ? ['Tập thể', name]
              : ['Cá nhân', `${name}, ${position ?? ''}, ${unitName}`],
          ),
          ['Thời gian', periodText(file, 'vi')],
          ['Lĩnh vực', field(file.field)],
          ['Đăng trong cơ quan', formatDay(publishedOn)],
          ...(file.applications.length > 0
            ? [['Đơn vị học tập', file.applications.map((one) => one.unitName).join(', ')] as const]
            : []),
        ],
      },
      { kind: 'heading', text: 'Nội dung' },
      { kind: 'paragraph', text: file.text ?? '' },
      ...(pictures.length > 0 ? [{ kind: 'heading', text: 'Ảnh' } as const] : []),
      ...pictures.map(pictureOf),
    ],
    signatures: [{ office: 'Người cung cấp', name: '' }],
  });
}

/** A picture that Word cannot show is named, to be had in Slack. */
function pictureOf({ name, type, content }: Picture): AdministrativeContent['parts'][number] {
  const bytes = content && Buffer.from(content.bytes);
  const size = bytes && (type === 'jpg' || type === 'png') ? pictureSize(bytes) : null;
  if (!bytes || !size)
    return { kind: 'paragraph', text: `Ảnh ${name}: gửi kèm riêng, Word không hiển thị được.` };
  return { kind: 'picture', type: type === 'png' ? 'png' : 'jpg', bytes, ...size, caption: name };
}
