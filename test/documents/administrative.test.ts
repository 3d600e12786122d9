import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { buildAdministrative } from '../../src/documents/administrative.ts';

async function parts(content: Buffer) {
  const zip = await JSZip.loadAsync(content);
  const text = async (name: string) => (await zip.file(name)?.async('string')) ?? '';
  return { document: await text('word/document.xml'), styles: await text('word/styles.xml') };
}

const words = (xml: string) =>
  [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).filter(Boolean);

test('has the parts of an administrative document, in their order', async () => {
  const { document, styles } = await parts(
    await buildAdministrative({
      superior: 'BHXH tỉnh Sông Hàn',
      issuer: 'Phòng Quản lý thu',
      placeAndDate: 'Sông Hàn, ngày 05 tháng 12 năm 2026',
      title: 'DANH SÁCH',
      abstract: 'Đăng ký danh hiệu thi đua năm 2027',
      parts: [
        { kind: 'paragraph', text: 'Có 1 người đăng ký.' },
        {
          kind: 'table',
          columns: [
            { header: 'STT', percent: 10 },
            { header: 'Họ và tên', percent: 90 },
          ],
          rows: [['1', 'Trần Thị Lan & <Hà>']],
        },
      ],
      signatures: [
        { office: 'Người lập danh sách', name: 'Nguyễn Thu Hà' },
        { office: 'Thủ trưởng đơn vị', name: 'Phan Quốc Khánh' },
      ],
    }),
  );
  expect(words(document)).toEqual([
    'BHXH TỈNH SÔNG HÀN',
    'PHÒNG QUẢN LÝ THU',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Sông Hàn, ngày 05 tháng 12 năm 2026',
    'DANH SÁCH',
    'Đăng ký danh hiệu thi đua năm 2027',
    'Có 1 người đăng ký.',
    'STT',
    'Họ và tên',
    '1',
    'Trần Thị Lan &amp; &lt;Hà&gt;',
    'NGƯỜI LẬP DANH SÁCH',
    'Nguyễn Thu Hà',
    'THỦ TRƯỞNG ĐƠN VỊ',
    'Phan Quốc Khánh',
  ]);
  expect(styles).toContain('Times New Roman');
  // A4, in twentieths of a point.
  expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
});
