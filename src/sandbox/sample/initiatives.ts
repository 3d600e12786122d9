import type { Choice, SolutionKind } from '../../database/generated/enums.ts';
import { addDays, type Day } from '../../kernel/time.ts';
import { daysAgo, inPastYear, type SampleDates } from './dates.ts';
import type { Login } from './people.ts';
import type { UnitCode } from './units.ts';

export interface SampleInitiative {
  key: string;
  unit: UnitCode;
  /** The first one filed it. */
  authors: readonly { login: Login; share: number }[];
  words: {
    title: string;
    kind: SolutionKind;
    field: string;
    priorState: string;
    essence: string;
    conditions?: string;
    benefits: string;
    benefitsByUsers?: string;
    confidential?: string;
  };
  filedAt: (dates: SampleDates) => Date;
  firstAppliedOn: (dates: SampleDates) => Day;
}

export interface SampleVote {
  choice: Choice;
  opinion?: string;
}

/** Decided by the initiative council in the past year; who is not named in `votes` agreed. */
export interface DecidedInitiative extends SampleInitiative {
  votes: Partial<Record<Login, SampleVote | 'absent'>>;
}

export const RECOGNISED: readonly DecidedInitiative[] = [
  {
    key: 'doi-chieu-thu',
    unit: 'SH-THU',
    authors: [
      { login: 'lan.tran', share: 60 },
      { login: 'duc.vu', share: 40 },
    ],
    words: {
      title: 'Đối chiếu tự động số phải thu và số đã thu theo từng đơn vị sử dụng lao động',
      kind: 'operational',
      field: 'Quản lý thu; giảm thời gian tìm chênh lệch giữa sổ thu và chứng từ ngân hàng',
      priorState:
        'Cuối tháng, chuyên viên lọc tay từng bảng kê của ngân hàng rồi so với sổ thu, mất khoảng hai ngày cho một địa bàn và dễ sót các khoản nộp nhầm mã đơn vị.',
      essence:
        'Lập bảng đối chiếu lấy dữ liệu kết xuất từ phần mềm thu và tệp sao kê, ghép theo mã đơn vị và số tiền, tô màu các khoản lệch. Các khoản nộp nhầm mã được gợi ý đơn vị gần đúng để chuyên viên xác nhận.',
      conditions: 'Máy tính có phần mềm bảng tính; tệp sao kê theo mẫu thống nhất với ngân hàng.',
      benefits:
        'Thời gian đối chiếu một địa bàn giảm từ hai ngày còn hai giờ; trong quý đầu tìm ra 37 khoản nộp nhầm mã.',
      benefitsByUsers: 'BHXH cơ sở Bến Lội: không còn phải đối chiếu lại sau ngày 05 hằng tháng.',
    },
    filedAt: (dates) => inPastYear(dates, '08-18', '09:20'),
    firstAppliedOn: (dates) => `${dates.pastYear}-07-07`,
    votes: { 'dung.tran': { choice: 'disagree', opinion: 'Cần thêm số liệu của cả năm.' } },
  },
  {
    key: 'canh-bao-the',
    unit: 'SH-GD',
    authors: [{ login: 'trang.ly', share: 100 }],
    words: {
      title: 'Danh mục cảnh báo sớm các chi phí khám chữa bệnh tăng bất thường',
      kind: 'managerial',
      field:
        'Giám định BHYT; phát hiện sớm chi phí tăng bất thường để làm việc với cơ sở khám chữa bệnh',
      priorState:
        'Chi phí tăng bất thường chỉ được thấy khi tổng hợp quý, lúc đó việc làm rõ với cơ sở khám chữa bệnh đã chậm.',
      essence:
        'Mỗi tuần kết xuất chi phí theo nhóm dịch vụ của từng cơ sở, so với trung bình 12 tuần trước và lập danh mục các nhóm tăng trên 20% kèm câu hỏi gợi ý cho giám định viên.',
      benefits:
        'Rút ngắn thời gian phát hiện từ một quý còn một tuần; giám định viên tập trung vào các nhóm có rủi ro.',
      confidential: 'Ngưỡng cảnh báo của từng nhóm dịch vụ.',
    },
    filedAt: (dates) => inPastYear(dates, '09-03', '14:05'),
    firstAppliedOn: (dates) => `${dates.pastYear}-07-21`,
    votes: {
      'thuy.vo': { choice: 'other', opinion: 'Đề nghị làm rõ cách chọn ngưỡng 20%.' },
      'tam.do': 'absent',
    },
  },
  {
    key: 'hen-gio-mot-cua',
    unit: 'SH-CD',
    authors: [
      { login: 'huong.dang', share: 50 },
      { login: 'anh.trinh', share: 30 },
      { login: 'thanh.mai', share: 20 },
    ],
    words: {
      title: 'Hẹn giờ giải quyết chế độ thai sản, ốm đau tại bộ phận một cửa',
      kind: 'managerial',
      field: 'Giải quyết chế độ BHXH; giảm thời gian chờ của người lao động',
      priorState:
        'Người lao động đến dồn vào đầu tuần, có ngày chờ trên một giờ; nhiều hồ sơ phải bổ sung vì thiếu giấy tờ.',
      essence:
        'Mở khung giờ hẹn qua điện thoại và Zalo của cơ quan; trước ngày hẹn gửi danh mục giấy tờ cần có; dành một quầy cho người có hẹn.',
      conditions: 'Một số điện thoại trực và một quầy riêng trong giờ hành chính.',
      benefits:
        'Thời gian chờ trung bình giảm từ 48 phút còn 12 phút; hồ sơ phải bổ sung giảm một nửa.',
      benefitsByUsers: 'Công đoàn các doanh nghiệp trên địa bàn đánh giá thuận tiện hơn.',
    },
    filedAt: (dates) => inPastYear(dates, '09-22', '10:40'),
    firstAppliedOn: (dates) => `${dates.pastYear}-08-04`,
    votes: { 'long.duong': { choice: 'disagree', opinion: 'Nên làm thử thêm tại cơ sở.' } },
  },
];

/** Handed in: one that was accepted waits for the council, the other one for the check of its form. */
export const WAITING: readonly (SampleInitiative & { accepted: boolean })[] = [
  {
    // An author sits on the council: excluded from this vote.
    key: 'nhac-no-tu-dong',
    accepted: true,
    unit: 'SH-THU',
    authors: [
      { login: 'khanh.phan', share: 55 },
      { login: 'phuong.ngo', share: 45 },
    ],
    words: {
      title: 'Nhắc đóng BHXH theo ba mức, gắn với tình hình của từng đơn vị',
      kind: 'operational',
      field: 'Quản lý thu; giảm số tiền chậm đóng mà không tăng số lần làm việc trực tiếp',
      priorState:
        'Thông báo đôn đốc gửi cùng một mẫu cho mọi đơn vị vào giữa tháng sau, đơn vị khó khăn tạm thời và đơn vị cố ý chậm đóng nhận như nhau.',
      essence:
        'Chia đơn vị chậm đóng thành ba mức theo số ngày và lịch sử; mỗi mức có nội dung, kênh và người liên hệ riêng; đơn vị khó khăn được hẹn lộ trình bằng văn bản.',
      benefits:
        'Sau ba tháng áp dụng thử tại hai địa bàn, số tiền chậm đóng giảm 18% so với cùng kỳ.',
    },
    filedAt: (dates) => daysAgo(dates, 26, '15:10'),
    firstAppliedOn: (dates) => addDays(dates.today, -120),
  },
  {
    // First applied more than a year before the filing: the warning of Nghị định 13/2012 Điều 5.
    key: 'tuyen-truyen-cho',
    accepted: false,
    unit: 'SH-CG',
    authors: [
      { login: 'giang.bui', share: 70 },
      { login: 'dat.lam', share: 30 },
    ],
    words: {
      title: 'Tư vấn BHXH tự nguyện theo phiên chợ tại xã ven biển',
      kind: 'managerial',
      field: 'Phát triển người tham gia BHXH tự nguyện ở địa bàn dân cư đi biển dài ngày',
      priorState:
        'Hội nghị tuyên truyền tổ chức trong giờ hành chính nên ngư dân và tiểu thương ít đến được.',
      essence:
        'Đặt bàn tư vấn tại chợ vào các phiên sáng sớm, chuẩn bị bảng tính mức đóng, mức hưởng theo tuổi và ghi danh tại chỗ cùng đại lý thu.',
      conditions: 'Phối hợp với ban quản lý chợ và đại lý thu; hai người cho một phiên.',
      benefits: 'Trung bình 9 người tham gia mới sau mỗi phiên, gấp ba lần một hội nghị.',
    },
    filedAt: (dates) => daysAgo(dates, 5, '08:45'),
    firstAppliedOn: (dates) => addDays(dates.today, -400),
  },
];
