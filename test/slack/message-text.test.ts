import { expect, test } from 'vitest';
import { mentionedUsers, readableText } from '../../src/slack/message-text.ts';

const names = new Map([['U1', 'Trần Thị Lan']]);
const read = (text: string, language: 'vi' | 'en' = 'vi') =>
  readableText(text, (id) => names.get(id), language);

test.each([
  ['Hỏi <@U1> và <@U2|nam.truong>', 'Hỏi @Trần Thị Lan và @nam.truong'],
  ['Hỏi <@U3>', 'Hỏi @người khác'],
  ['Ở <#C1|thi-dua>, <#C2>', 'Ở #thi-dua, #kênh'],
  ['<!here> <!channel> <!subteam^S1|@phong-thu>', '@here @channel @phong-thu'],
  ['Hạn <!date^1700000000^{date}|14/11/2023>', 'Hạn 14/11/2023'],
  ['<https://bhxh.example/a?b=1&amp;c=2>', 'https://bhxh.example/a?b=1&c=2'],
  ['<https://bhxh.example|bhxh.example>', 'https://bhxh.example'],
  ['<https://bhxh.example|Trang nhà>', 'Trang nhà (https://bhxh.example)'],
  ['<mailto:lan@bhxh.example|lan@bhxh.example>', 'lan@bhxh.example'],
  ['1 &lt; 2 &amp;amp; &lt;@U1&gt;', '1 < 2 &amp; <@U1>'],
  ['không có gì', 'không có gì'],
])('%s', (text, readable) => {
  expect(read(text)).toBe(readable);
});

test('who is not known is somebody in English too', () => {
  expect(read('<@U3>', 'en')).toBe('@somebody');
});

test('those mentioned are found once each', () => {
  expect(mentionedUsers('<@U1> <@W2|x> <@U1> <#C1> <!here>')).toEqual(['U1', 'W2']);
});
