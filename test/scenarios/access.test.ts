import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personId } from '../../src/sandbox/sample/people.ts';
import type { World } from '../support/world.ts';
import { at, openStage, speak, stranger } from './support/places.ts';
import { SOON } from './support/watching.ts';

describe.each(['vi', 'en'] as const)('somebody who is not in the list, in %s', (language) => {
  let world: World;
  const vi = language === 'vi';
  const ask = vi ? 'Xin được thêm' : 'Ask to be added';
  const staff = vi ? 'Người trong danh sách cán bộ' : 'Somebody of the staff list';
  beforeAll(async () => {
    world = await openStage();
    await speak(world, language, ['tam.do', 'ha.nguyen', 'linh.cao', 'stranger']);
    // Đức has an account under another address, as happens with private ones.
    await world.deps.db.person.update({
      where: { id: personId('duc.vu') },
      data: { slackUserId: null, email: 'duc@khac.example' },
    });
  });
  afterAll(() => world.close());

  test('reads whom to ask and asks from the message; twice is once', async () => {
    const outsider = stranger(world);
    await outsider.types('/dangky');
    await outsider.sees(vi ? 'quản trị viên @Đỗ Minh Tâm' : 'the administrator @Đỗ Minh Tâm');
    await outsider.clicks(ask);
    await outsider.sees(vi ? 'Đã gửi yêu cầu của anh/chị' : 'has been sent to the administrators');
    await outsider.opensHome();
    await outsider.clicks(ask, { in: 'home' });
    await outsider.sees(vi ? 'không cần gửi lại' : 'no need to send it again', { in: 'modal' });
    await outsider.closesModal();
    expect(await world.deps.db.accessRequest.count()).toBe(1);
  });

  test('an administrator turns it down with a reason, which they read', async () => {
    const tam = at(world, 'tam.do');
    await tam.sees(vi ? 'xin được thêm vào danh sách' : 'asks to be added to those', SOON);
    await tam.clicks(vi ? 'Từ chối' : 'Turn down');
    await tam.waitsForModal(vi ? 'Từ chối yêu cầu' : 'Turn a request down');
    await tam.fills({ [vi ? 'Lý do' : 'Reason']: 'Chưa có quyết định tiếp nhận' });
    expect(await tam.submits()).toBe('updated');
    await tam.closesModal({ all: true });
    await tam.sees(vi ? 'Đỗ Minh Tâm đã từ chối' : 'Turned down by Đỗ Minh Tâm', SOON);
    const outsider = stranger(world);
    await outsider.sees('Chưa có quyết định tiếp nhận', SOON);
    await outsider.sees(vi ? 'chưa thêm được anh/chị' : 'could not add you');
  });

  test('asks again and is matched; from then on they are that person', async () => {
    const outsider = stranger(world);
    await outsider.types('/thidua');
    await outsider.clicks(ask);
    const tam = at(world, 'tam.do');
    const match = vi ? 'Ghép với người trong danh sách' : 'Match to the staff list';
    await tam.clicks(match, SOON);
    await tam.waitsForModal(vi ? 'Ghép tài khoản' : 'Match an account');
    await tam.fills({ [staff]: 'Vũ Anh Đức' });
    expect(await tam.submits()).toBe('updated');
    await tam.sees(vi ? 'với Vũ Anh Đức' : 'matched to Vũ Anh Đức', { in: 'modal' });
    await tam.closesModal({ all: true });
    await tam.sees(vi ? 'Đã ghép với Vũ Anh Đức' : 'Matched to Vũ Anh Đức', SOON);
    await outsider.sees(
      vi
        ? 'Tài khoản của anh/chị đã được ghép với Vũ Anh Đức'
        : 'Your account is matched to Vũ Anh',
      SOON,
    );
    await outsider.types('/dangky');
    await outsider.waitsForModal(vi ? 'Đăng ký danh hiệu' : 'Register titles');
    await outsider.closesModal();
    expect(
      await world.deps.db.person.findUniqueOrThrow({ where: { id: personId('duc.vu') } }),
    ).toMatchObject({ slackUserId: outsider.id });
  });

  test('an administrator matches by hand at any time; an account in use is refused at its field', async () => {
    const tam = at(world, 'tam.do');
    await world.deps.db.person.update({
      where: { id: personId('linh.cao') },
      data: { slackUserId: null, email: 'linh@khac.example' },
    });
    await tam.types(vi ? '/thidua ghép' : '/thidua match');
    await tam.waitsForModal(vi ? 'Ghép tài khoản' : 'Match an account');
    const account = vi ? 'Tài khoản Slack' : 'Slack account';
    await tam.fills({ [account]: 'Trương Hoài Nam', [staff]: 'Cao Diệu Linh' });
    expect(await tam.submits()).toBe('errors');
    expect(tam.errors()[account]).toContain('Vũ Anh Đức');
    await tam.fills({ [account]: 'Cao Diệu Linh' });
    expect(await tam.submits()).toBe('updated');
    await tam.closesModal({ all: true });
    const linh = at(world, 'linh.cao');
    await linh.types('/dangky');
    await linh.sees(vi ? 'Tài khoản của anh/chị đã được ghép' : 'Your account is matched', SOON);
  });

  test('who is no administrator does not', async () => {
    const ha = at(world, 'ha.nguyen');
    await ha.types(vi ? '/thidua ghép' : '/thidua match');
    await ha.sees(
      vi ? 'hoặc của cấp trên ghép tài khoản' : 'matches accounts. Nothing was changed',
    );
    expect(ha.modal()).toBeNull();
  });
});
