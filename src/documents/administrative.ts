import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  ImageRun,
  type IParagraphOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

/** A column of a table in a document: its heading and its share of the width, in percent. */
export interface DocumentColumn {
  header: string;
  percent: number;
}

/** What stands in a document in administrative layout (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export interface AdministrativeContent {
  /** Cơ quan chủ quản; null when there is none above. */
  superior: string | null;
  issuer: string;
  /** "15/QĐ-BHXH" after "Số:"; undefined for what bears none; empty: to be written in by hand. */
  number?: string;
  /** "Đà Nẵng, ngày 05 tháng 12 năm 2026"; the place is left open when it is not known. */
  placeAndDate: string;
  /** DANH SÁCH, BÁO CÁO …, in capitals. */
  title: string;
  abstract: string;
  /** After "Kính gửi:". */
  addressee?: string;
  parts: readonly /** Lines of their own where the text has them. */
  (
    | { kind: 'paragraph'; text: string }
    | { kind: 'heading'; text: string }
    /** Căn cứ: in italics, a line each, without the marks at their ends. */
    | { kind: 'grounds'; texts: readonly string[] }
    /** In the middle and bold, as QUYẾT ĐỊNH: before the articles. */
    | { kind: 'centred'; text: string }
    /** A label in bold and what is said under it. */
    | { kind: 'field'; label: string; text: string }
    /** Labels and values beside each other. */
    | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
    /** In the middle, no wider than the text; width and height in pixels. */
    | {
        kind: 'picture';
        type: 'jpg' | 'png';
        bytes: Buffer;
        width: number;
        height: number;
        caption: string;
      }
    | {
        kind: 'table';
        columns: readonly DocumentColumn[];
        rows: readonly (readonly string[])[];
      }
  )[];
  signatures: readonly { office: string; name: string }[];
  /** Nơi nhận; when there are any they stand beside the signature. */
  recipients?: readonly string[];
  landscape?: boolean;
}

/** A .docx file in administrative layout: one document, or several that each begin on a page of their own. */
export async function buildAdministrative(
  ...documents: readonly AdministrativeContent[]
): Promise<Buffer> {
  const file = new Document({
    creator: 'Thi Đua',
    styles: { default: { document: { run: { font: FONT, size: points(13) } } } },
    sections: documents.map(sectionOf),
  });
  return Packer.toBuffer(file);
}

function sectionOf(content: AdministrativeContent): ISectionOptions {
  const { landscape = false } = content;
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          width: mm(210),
          height: mm(297),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) },
        pageNumbers: { start: 1 },
      },
    },
    // The number stands in the top margin from page 2.
    headers: {
      first: new Header({ children: [] }),
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: [PageNumber.CURRENT] })],
          }),
        ],
      }),
    },
    children: [
      letterhead(content),
      ...numberAndDate(content),
      line('', {}),
      line(content.title, CENTRED, { bold: true, size: points(14) }),
      line(content.abstract, { ...CENTRED, spacing: { after: 240 } }, { bold: true }),
      ...(content.addressee === undefined
        ? []
        : [line(`Kính gửi: ${content.addressee}`, { ...CENTRED, spacing: { after: 240 } })]),
      ...content.parts.flatMap(partOf),
      line('', {}),
      signatures(content),
    ],
  };
}

const FONT = 'Times New Roman';
const CENTRED = { alignment: AlignmentType.CENTER };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
};
/** A rule under a line of text, as under Tiêu ngữ. */
const RULE = {
  border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
};

function letterhead({ superior, issuer }: AdministrativeContent): Table {
  const left = [
    ...(superior === null
      ? []
      : [line(superior.toLocaleUpperCase('vi'), CENTRED, { size: points(12) })]),
    line(issuer.toLocaleUpperCase('vi'), CENTRED, { bold: true, size: points(12) }),
    ruled(1200),
  ];
  const right = [
    line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', CENTRED, { bold: true, size: points(12) }),
    line('Độc lập - Tự do - Hạnh phúc', CENTRED, { bold: true }),
    ruled(700),
  ];
  return frame([
    { percent: 45, children: left },
    { percent: 55, children: right },
  ]);
}

/** An empty line with a rule above it, indented so that the rule is shorter than the text. */
function ruled(indent: number): Paragraph {
  return new Paragraph({ ...RULE, indent: { left: indent, right: indent }, spacing: { line: 60 } });
}

/** The number stands left, the place and date right of it. */
function numberAndDate({ number, placeAndDate }: AdministrativeContent): (Paragraph | Table)[] {
  const date = (alignment: IParagraphOptions) => line(placeAndDate, alignment, { italics: true });
  if (number === undefined) return [date({ alignment: AlignmentType.RIGHT })];
  return [
    frame([
      { percent: 45, children: [line(`Số: ${number || '…………'}`, CENTRED)] },
      { percent: 55, children: [date(CENTRED)] },
    ]),
  ];
}

function signatures({ signatures: signed, recipients = [] }: AdministrativeContent): Table {
  const received =
    recipients.length === 0
      ? []
      : [
          [
            line('Nơi nhận:', {}, { bold: true, italics: true, size: points(12) }),
            ...recipients.map((recipient, index) =>
              line(
                `- ${recipient}${index === recipients.length - 1 ? '.' : ';'}`,
                {},
                {
                  size: points(11),
                },
              ),
            ),
          ],
        ];
  const cells = [
    ...received,
    ...signed.map(({ office, name }) => [
      line(office.toLocaleUpperCase('vi'), CENTRED, { bold: true }),
      ...Array.from({ length: 4 }, () => line('', {})),
      line(name, CENTRED, { bold: true }),
    ]),
  ];
  const percent = 100 / Math.max(1, cells.length);
  return frame(cells.map((children) => ({ percent, children })));
}

function partOf(part: AdministrativeContent['parts'][number]): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'paragraph':
      return paragraphs(part.text);
    case 'heading':
      return [line(part.text, { spacing: { before: 240, after: 120 } }, { bold: true })];
    case 'grounds':
      return part.texts.map((text, index) =>
        line(
          `${text}${index === part.texts.length - 1 ? '.' : ';'}`,
          {
            alignment: AlignmentType.JUSTIFIED,
            indent: { firstLine: mm(10) },
            spacing: { after: 60 },
          },
          { italics: true },
        ),
      );
    case 'centred':
      return [
        line(part.text, { ...CENTRED, spacing: { before: 120, after: 120 } }, { bold: true }),
      ];
    case 'field':
      return [
        line(part.label, { spacing: { before: 120, after: 60 } }, { bold: true }),
        ...paragraphs(part.text),
      ];
    case 'facts':
      return [
        ...part.rows.map(([label, value]) =>
          line(`- ${label}: ${value}`, { indent: { left: mm(10) }, spacing: { after: 60 } }),
        ),
        line('', {}),
      ];
    case 'picture':
      return [picture(part), line(part.caption, CENTRED, { italics: true, size: points(12) })];
    case 'table':
      return [table(part), line('', {})];
  }
}

/** Pixels that fit the text of an upright page: 165 mm at 96 pixels an inch, and most of its height. */
const MOST_WIDE = 620;
const MOST_HIGH = 800;

function picture({
  type,
  bytes,
  width,
  height,
}: Extract<AdministrativeContent['parts'][number], { kind: 'picture' }>): Paragraph {
  const scale = Math.min(1, MOST_WIDE / width, MOST_HIGH / height);
  const transformation = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  return new Paragraph({
    ...CENTRED,
    children: [new ImageRun({ type, data: bytes, transformation })],
  });
}

function paragraphs(text: string): Paragraph[] {
  return text.split(/\r?\n/).map((one) =>
    line(one, {
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: mm(10) },
      spacing: { after: 120 },
    }),
  );
}

function table({
  columns,
  rows,
}: {
  columns: readonly DocumentColumn[];
  rows: readonly (readonly string[])[];
}): Table {
  const cell = (text: string, index: number, bold: boolean) =>
    new TableCell({
      width: { size: columns[index]?.percent ?? 10, type: WidthType.PERCENTAGE },
      verticalAlign: bold ? VerticalAlign.CENTER : VerticalAlign.TOP,
      children: [line(text, bold || index === 0 ? CENTRED : {}, { bold, size: points(12) })],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        children: columns.map(({ header }, index) => cell(header, index, true)),
      }),
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((text, index) => cell(text, index, false)),
          }),
      ),
    ],
  });
}

/** A table without lines, to put things beside each other. */
function frame(cells: readonly { percent: number; children: Paragraph[] }[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          ({ percent, children }) =>
            new TableCell({ width: { size: percent, type: WidthType.PERCENTAGE }, children }),
        ),
      }),
    ],
  });
}

function line(
  text: string,
  options: IParagraphOptions,
  run: { bold?: boolean; italics?: boolean; size?: number } = {},
): Paragraph {
  return new Paragraph({ ...options, children: [new TextRun({ text, ...run })] });
}

/** Half points, as Word counts. */
function points(size: number): number {
  return size * 2;
}

/** Twentieths of a point, as Word counts. */
function mm(length: number): number {
  return Math.round((length * 1440) / 25.4);
}
