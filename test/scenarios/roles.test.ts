import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personId } from '../../src/sandbox/sample/people.ts';
import type { World } from '../support/world.ts';
import { at, openStage, speak } from './support/places.ts';
import { SOON } from './support/watching.ts';

describe.each(['vi', 'en'] as const)('roles, in %s', (language) => {
  let world: World;
  const vi = language === 'vi';
  beforeAll(async () => {
    world = await openStage();
    await speak(world, language, ['tam.do', 'lan.tran', 'ha.nguyen']);
  });
  afterAll(() => world.close());

  const grantsOf = (login: Parameters<typeof personId>[0]) =>
    world.deps.db.roleGrant.findMany({ where: { personId: personId(login) } });

  test('an administrator grants one, the person is told and can act', async () => {
    const tam = at(world, 'tam.do');
    await tam.types(vi ? '/thidua vai tro' : '/thidua roles');
    await tam.waitsForModal(vi ? 'Vai trò' : 'Roles');
    await tam.sees('Nguyễn Thu Hà', { in: 'modal' });
    const grant = vi ? 'Giao vai trò' : 'Grant a role';
    await tam.clicks(grant, { in: 'modal' });
    await tam.waitsForModal(grant);
    await tam.fills({
      [vi ? 'Vai trò' : 'Role']: vi ? 'Thư ký thi đua' : 'Secretary of emulation',
      [vi ? 'Đơn vị' : 'Unit']: 'Phòng Quản lý thu',
    });
    expect(await tam.submits()).toBe('errors');
    await tam.fills({ [vi ? 'Người được giao' : 'Person']: 'Trần Thị Lan' });
    expect(await tam.submits()).toBe('updated');
    await tam.sees(vi ? 'Trần Thị Lan là Thư ký thi đua' : 'Trần Thị Lan is Secretary', {
      in: 'modal',
    });
    await tam.closesModal({ all: true });
    const lan = at(world, 'lan.tran');
    await lan.sees(
      vi ? 'được giao vai trò Thư ký thi đua' : 'You are Secretary of emulation',
      SOON,
    );
    await lan.types('/dangky list');
    await lan.waitsForModal(vi ? 'Danh sách đăng ký' : 'List of registrations');
    await lan.closesModal();
  });

  test('and ends it; the person may no longer', async () => {
    const tam = at(world, 'tam.do');
    await tam.types('/thidua roles lan tran');
    await tam.sees(vi ? 'Không có vai trò nào khớp' : 'No role matches', { in: 'modal' });
    await tam.closesModal();
    await tam.types('/thidua roles tran thi lan');
    await tam.waitsForModal(vi ? 'Vai trò' : 'Roles');
    tam.seesNot('Nguyễn Thu Hà', { in: 'modal' });
    await tam.clicks(vi ? 'Kết thúc' : 'End', { in: 'modal', confirm: true });
    await tam.sees(vi ? 'Đã kết thúc vai trò' : 'is no longer', { in: 'modal' });
    await tam.closesModal();
    expect(tam.modal()).toBeNull();
    const lan = at(world, 'lan.tran');
    await lan.types('/dangky list');
    await lan.sees(vi ? 'Danh sách của đơn vị chỉ dành cho' : 'A unit’s list is for heads');
    expect((await grantsOf('lan.tran'))[0]?.toDate).not.toBeNull();
  });

  test('the last administrator’s does not end, and others see no roles', async () => {
    const tam = at(world, 'tam.do');
    await tam.types('/thidua roles do minh tam');
    await tam.waitsForModal(vi ? 'Vai trò' : 'Roles');
    await tam.clicks(vi ? 'Kết thúc' : 'End', { in: 'modal', confirm: true });
    await tam.sees(vi ? 'quản trị viên cuối cùng' : 'the last administrator', { in: 'modal' });
    await tam.closesModal({ all: true });
    const ha = at(world, 'ha.nguyen');
    await ha.types('/thidua roles');
    await ha.sees(vi ? 'Chỉ quản trị viên của đơn vị này' : 'Only an administrator of this unit');
    await ha.types('/thidua giup');
    await ha.sees(vi ? '/thidua vai trò' : '/thidua roles');
    await ha.sees(vi ? '/thidua xét' : '/thidua xet');
  });
});
