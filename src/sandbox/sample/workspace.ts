import type { SandboxChannel, SandboxPerson } from '../start-workspace.ts';
import { EMULATION_COUNCIL, INITIATIVE_COUNCIL, type SampleCouncil } from './councils.ts';
import { emailOf, SAMPLE_ZONE, STAFF, STRANGER } from './people.ts';
import { type UnitCode, unitName } from './units.ts';

/** Everybody who is in the practice workspace: the staff of the sample agency and one stranger. */
export function samplePeople(): SandboxPerson[] {
  const staff = STAFF.map(({ login, name, position, unit, locale }) => ({
    name,
    email: emailOf(login),
    title: `${position} – ${unitName(unit)}`,
    locale,
    tz: SAMPLE_ZONE,
  }));
  return [...staff, { ...STRANGER, locale: 'vi-VN', tz: SAMPLE_ZONE }];
}

/**
 * The channels of the practice workspace. The app is in some; in others, public and private, it is
 * not, so that a campaign can also be seen to miss a channel.
 */
export function sampleChannels(): SandboxChannel[] {
  const open = { isPrivate: false, memberEmails: 'all' } as const;
  return [
    { ...open, name: 'chung', topic: 'Thông báo chung của cơ quan', appIsMember: true },
    {
      ...open,
      name: 'thi-dua',
      topic: 'Phong trào thi đua, người tốt việc tốt',
      appIsMember: true,
    },
    { ...open, name: 'tin-tuc', topic: 'Tin hoạt động của các đơn vị', appIsMember: false },
    {
      name: 'phong-thu',
      topic: 'Công việc của Phòng Quản lý thu – Sổ, thẻ',
      isPrivate: false,
      memberEmails: inUnit('SH-THU'),
      appIsMember: false,
    },
    {
      name: EMULATION_COUNCIL.channel,
      topic: 'Trao đổi của Hội đồng Thi đua – Khen thưởng',
      isPrivate: true,
      memberEmails: inCouncil(EMULATION_COUNCIL),
      appIsMember: true,
    },
    {
      name: INITIATIVE_COUNCIL.channel,
      topic: 'Trao đổi của Hội đồng sáng kiến',
      isPrivate: true,
      memberEmails: inCouncil(INITIATIVE_COUNCIL),
      appIsMember: true,
    },
    {
      name: 'phong-truyen-thong',
      topic: 'Công việc của Phòng Truyền thông',
      isPrivate: true,
      memberEmails: inUnit('SH-TT'),
      appIsMember: false,
    },
  ];
}

function inUnit(unit: UnitCode): string[] {
  return STAFF.filter((staff) => staff.unit === unit).map(({ login }) => emailOf(login));
}

function inCouncil(council: SampleCouncil): string[] {
  return council.members.map(({ login }) => emailOf(login));
}
