import { fillsIn, picks, submits } from './forms.ts';
import type { Window } from './window.ts';

/** The secretary convenes a sitting on one initiative and opens an open vote on it, with the mouse. */
export async function opensVote(secretary: Window, title: string): Promise<void> {
  await secretary.sends('/hoidong moi');
  await secretary.waitsForDialog('Lập phiên họp');
  await fillsIn(secretary, 'Địa điểm hoặc hình thức', 'Phòng họp tầng 2');
  await picks(secretary, 'Sáng kiến đưa ra xét', title);
  await submits(secretary);
  const sitting = await secretary.waitsForDialog('Phiên họp hội đồng');
  await sitting.getByRole('button', { name: 'Mở bỏ phiếu' }).click();
  const ballot = await secretary.waitsForDialog('Mở bỏ phiếu');
  await ballot.getByText('8/9').waitFor();
  await ballot.getByLabel('Biểu quyết công khai').check();
  await submits(secretary);
  await ballot.waitFor({ state: 'detached' });
  if (await secretary.page.getByRole('dialog').isVisible()) await secretary.presses('Escape');
  await secretary.waitsForNoDialog();
}

/** A member votes by the card's button and its confirmation. */
export async function votes(member: Window, choice: string): Promise<void> {
  const card = member.message('Mời bỏ phiếu');
  await card.getByRole('button', { name: choice, exact: true }).click();
  await member.waitsForDialog('Xác nhận phiếu');
  await member.dialog.getByRole('button', { name: 'Bỏ phiếu' }).click();
  await member.page.getByText(`Đã ghi phiếu ${choice}`).last().waitFor();
}
