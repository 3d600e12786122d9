import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commonPassages, titleParts } from '../../src/initiatives/similar/common-text.ts';
import { likenesses, titleLikeness } from '../../src/initiatives/similar/likeness.ts';

const QR = 'Tra cứu mã số BHXH bằng mã QR tại quầy';
const STEPS =
  'Mỗi tuần kết xuất chi phí theo nhóm dịch vụ của từng cơ sở, so với trung bình 12 tuần trước và lập danh mục các nhóm tăng trên 20% kèm câu hỏi gợi ý cho giám định viên.';

describe('titles', () => {
  test.each([
    ['themselves', QR],
    ['the same without accents', 'tra cuu ma so bhxh bang ma qr tai quay'],
    ['the same in another order', 'Bằng mã QR tra cứu mã số BHXH, tại quầy'],
    ['the same in full', 'Tra cứu mã số bảo hiểm xã hội bằng mã QR tại quầy'],
    ['the same decomposed and in capitals', QR.normalize('NFD').toUpperCase()],
  ])('are wholly alike: %s', (_, other) => {
    expect(titleLikeness(QR, other)).toBe(1);
  });

  test('are nearly alike with another opening and another year', () => {
    const other = 'Giải pháp tra cứu nhanh mã số BHXH bằng mã QR tại quầy năm 2025';
    expect(titleLikeness(QR, other)).toBeGreaterThan(0.7);
  });

  test('are not alike for the words that every title has', () => {
    const one = 'Giải pháp nâng cao hiệu quả công tác thu BHXH trên địa bàn tỉnh';
    const other = 'Giải pháp nâng cao hiệu quả công tác giám định BHYT trên địa bàn tỉnh';
    expect(titleLikeness(one, other)).toBeLessThan(0.3);
  });

  test('without a word are like nothing', () => {
    expect(titleLikeness('!!!', '!!!')).toBe(0);
  });

  test('are as alike the one way as the other', () => {
    const title = fc.array(fc.constantFrom('thu', 'nợ', 'mã', 'QR', 'giải', 'pháp', 'hẹn', '2026'));
    fc.assert(
      fc.property(title, title, (one, other) => {
        const [a, b] = [one.join(' '), other.join(' ')];
        expect(titleLikeness(a, b)).toBeCloseTo(titleLikeness(b, a), 10);
        expect(titleLikeness(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('likeness', () => {
  const own = { title: QR, essence: STEPS };
  const only = (work: { title: string; essence: string | null }) => likenesses(own, [work])[0];

  test('a copy is alike in all', () => {
    expect(only(own)).toEqual({ titlePercent: 100, essencePercent: 100, rank: 1 });
  });

  test('a copied essence is found under any title', () => {
    const found = only({ title: 'Cảnh báo sớm', essence: `Trước hết, ${STEPS} Sau đó báo cáo.` });
    expect(found?.essencePercent).toBe(100);
    expect(found?.titlePercent).toBeLessThan(20);
  });

  test('a work known by its title is compared by that', () => {
    expect(only({ title: QR, essence: null })).toMatchObject({
      titlePercent: 100,
      essencePercent: null,
    });
  });

  test('the same idea in other words is not shown', () => {
    const essence =
      'Dán nhãn có mã vạch lên từng tập hồ sơ; khi người dân đến, cán bộ quét nhãn để biết hồ sơ đang ở khâu nào.';
    expect(only({ title: 'Theo dõi hồ sơ một cửa bằng nhãn quét', essence })).toBeNull();
  });

  test('an essence of a few words says nothing', () => {
    const works = [{ title: 'Khác hẳn', essence: 'Quét mã QR' }];
    expect(likenesses({ title: QR, essence: 'Quét mã QR' }, works)).toEqual([null]);
  });

  test('what many have is a turn of phrase', () => {
    const phrase =
      'Giải pháp được áp dụng lần đầu tại đơn vị, dễ thực hiện, không tốn kém kinh phí và có khả năng nhân rộng trong toàn tỉnh.';
    const works = Array.from({ length: 20 }, (_, index) => ({
      title: `Việc ${'abcdefghijklmnopqrst'[index]}`,
      essence: `${phrase} Riêng ${index} thì làm cách ${index} với ${index} người ở nơi ${index}.`,
    }));
    const asked = { title: 'Khác', essence: `${phrase} Người dân gửi ảnh thẻ cũ qua Zalo.` };

    expect(likenesses(asked, works)).toEqual(works.map(() => null));
    expect(likenesses(asked, works.slice(0, 1))[0]?.essencePercent).toBeGreaterThan(50);
  });
});

describe('what two have in common', () => {
  test('words of the title are marked as they are written, and nothing is lost', () => {
    const theirs = 'Quét *mã QR* để tra cứu <@U1> mã số';
    const parts = titleParts(theirs, 'Tra cuu ma so bang ma QR');

    expect(parts).toEqual([
      { text: 'Quét *', shared: false },
      { text: 'mã QR', shared: true },
      { text: '* để ', shared: false },
      { text: 'tra cứu', shared: true },
      { text: ' <@U1> ', shared: false },
      { text: 'mã số', shared: true },
    ]);
    expect(parts.map(({ text }) => text).join('')).toBe(theirs);
  });

  test('passages are quoted from each as it is written, the longest first', () => {
    const own = `Mở đầu. ${STEPS} Ở giữa khác. Mở khung giờ hẹn qua điện thoại và Zalo của cơ quan.`;
    const theirs = `mo khung gio hen qua dien thoai va zalo cua co quan, roi thoi; ${STEPS.toUpperCase()}`;

    expect(commonPassages(own, theirs, 2)).toEqual([
      { own: STEPS.slice(0, -1), theirs: STEPS.toUpperCase().slice(0, -1) },
      {
        own: 'Mở khung giờ hẹn qua điện thoại và Zalo của cơ quan',
        theirs: 'mo khung gio hen qua dien thoai va zalo cua co quan',
      },
    ]);
    expect(commonPassages(own, theirs, 1)).toHaveLength(1);
  });

  test('a few words in a row are no passage', () => {
    expect(commonPassages('lập danh mục các nhóm tăng', STEPS, 2)).toEqual([]);
    expect(commonPassages('', STEPS, 2)).toEqual([]);
  });

  test('a text that repeats itself from one end to the other is one passage', () => {
    const long = 'a b '.repeat(750);
    expect(commonPassages(long, long, 2)).toHaveLength(1);
  });
});
