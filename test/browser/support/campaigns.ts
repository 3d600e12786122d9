import { dayFromNow, fillsIn, picks, submits } from './forms.ts';
import type { Window } from './window.ts';

export interface Wish {
  name: string;
  /** How many days it lasts, with today. */
  days: number;
  /** Besides the channel in which it is written. */
  channels?: readonly string[];
}

/**
 * Writes a campaign in #thi-dua with the mouse, as somebody who may launch it, and launches it from its preview.
 */
export async function launches(author: Window, wish: Wish): Promise<void> {
  await author.opens('thi-dua');
  await author.sends('/phongtrao');
  await author.waitsForDialog('Phong trào thi đua');
  await fillsIn(author, 'Tên phong trào', wish.name);
  await picks(author, 'Loại', 'Thi đua theo chuyên đề');
  await picks(author, 'Đối tượng', 'Tập thể và cá nhân');
  await fillsIn(author, 'Từ ngày', await dayFromNow(author, 0));
  await fillsIn(author, 'Đến hết ngày', await dayFromNow(author, wish.days - 1));
  await submits(author);
  await author.dialog.getByText('Bước 2/3').waitFor();
  await fillsIn(author, 'Căn cứ', 'Kế hoạch số 45/KH-BHXH');
  await fillsIn(author, 'Mục tiêu', 'Tăng 5% số người tham gia');
  await fillsIn(author, 'Nội dung', 'Tuyên truyền tại từng xã');
  await fillsIn(author, 'Biện pháp', 'Tổ công tác về xã mỗi tuần');
  await fillsIn(author, 'Tiêu chí', 'Người tham gia mới: 100 điểm');
  await submits(author);
  await author.dialog.getByText('Bước 3/3').waitFor();
  await fillsIn(author, 'Ngày kiểm tra', await dayFromNow(author, 0));
  await fillsIn(author, 'Hình thức khen thưởng', 'Giấy khen của Giám đốc');
  await fillsIn(author, 'Số giải', '3');
  await fillsIn(author, 'Kinh phí (đồng)', '0');
  if (wish.channels) await picks(author, 'Kênh đăng thông báo', ...wish.channels);
  await submits(author);
  await author.waitsForNoDialog();
  await author.opens('Thi Đua');
  const preview = author.message(wish.name);
  await preview.getByRole('button', { name: 'Phát động' }).click();
  await author.waitsForDialog('Phát động phong trào');
  await author.dialog.getByRole('button', { name: 'Phát động' }).click();
  await author.message(`${wish.name}” đã phát động`).waitFor();
}
