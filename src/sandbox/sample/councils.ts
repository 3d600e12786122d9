import type { CouncilKind, CouncilOffice } from '../../database/generated/enums.ts';
import type { Login } from './people.ts';

export interface SampleCouncil {
  kind: CouncilKind;
  name: string;
  decisionNumber: string;
  /** Of the workspace's channels. */
  channel: string;
  members: readonly { login: Login; office: CouncilOffice }[];
}

export const EMULATION_COUNCIL: SampleCouncil = {
  kind: 'emulation',
  name: 'Hội đồng Thi đua – Khen thưởng BHXH tỉnh Sông Hàn',
  decisionNumber: '612/QĐ-BHXH',
  channel: 'hoi-dong-thi-dua',
  members: [
    { login: 'hung.le', office: 'chair' },
    { login: 'minh.pham', office: 'vice_chair' },
    { login: 'hoa.nguyen', office: 'vice_chair' },
    { login: 'son.hoang', office: 'standing_member' },
    { login: 'ha.nguyen', office: 'secretary' },
    { login: 'thuy.vo', office: 'member' },
    { login: 'tuyet.ho', office: 'member' },
    { login: 'khanh.phan', office: 'member' },
    { login: 'viet.kieu', office: 'member' },
  ],
};

export const INITIATIVE_COUNCIL: SampleCouncil = {
  kind: 'initiative',
  name: 'Hội đồng sáng kiến BHXH tỉnh Sông Hàn',
  decisionNumber: '613/QĐ-BHXH',
  channel: 'hoi-dong-sang-kien',
  members: [
    { login: 'minh.pham', office: 'chair' },
    { login: 'hoa.nguyen', office: 'vice_chair' },
    { login: 'ha.nguyen', office: 'secretary' },
    { login: 'dung.tran', office: 'member' },
    { login: 'thuy.vo', office: 'member' },
    { login: 'khanh.phan', office: 'member' },
    { login: 'huong.dang', office: 'member' },
    { login: 'long.duong', office: 'member' },
    { login: 'tam.do', office: 'member' },
  ],
};

export const COUNCILS: readonly SampleCouncil[] = [EMULATION_COUNCIL, INITIATIVE_COUNCIL];
