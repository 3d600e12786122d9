import type { Login } from './people.ts';

/** Praise of the sample agency, as told and as published. */
export interface SampleExemplar {
  key: string;
  kind: 'good_deed' | 'advanced_model';
  praised: Login;
  reporter: Login;
  head: Login;
  /** Days before the seeding on which it was reported; published two days later. */
  daysAgo: number;
  source: 'colleague' | 'citizen';
  field: 'one_stop' | 'communication';
  words: {
    deed: string;
    place: string;
    result: string;
    method: string | null;
    beneficiaries: string;
    headline: string;
    text: string;
  };
  congratulated: readonly Login[];
  /** Copied by the unit of this head. */
  appliedBy: { head: Login; how: string } | null;
}

export const EXEMPLARS: readonly SampleExemplar[] = [
  {
    key: 'don-tan-nha',
    kind: 'good_deed',
    praised: 'hieu.trinh',
    reporter: 'van.doan',
    head: 'loan.pham',
    daysAgo: 45,
    source: 'colleague',
    field: 'one_stop',
    words: {
      deed: 'Cuối giờ chiều, anh Hiếu tự đi xe máy hơn hai mươi cây số mang giấy tờ về tận nhà cho một cụ già ốm, hướng dẫn con cháu làm hồ sơ hưởng trợ cấp.',
      place: 'Xã Đồi Sim',
      result: 'Hồ sơ được nhận ngay hôm sau, gia đình không phải đi thêm chuyến nào.',
      method: null,
      beneficiaries: 'Một người cao tuổi và gia đình',
      headline: 'Hai mươi cây số về tận nhà giúp cụ già làm hồ sơ',
      text: 'Cuối giờ chiều, anh Trịnh Trung Hiếu tự đi hơn hai mươi cây số, mang giấy tờ về tận nhà một cụ già đang ốm và hướng dẫn gia đình làm hồ sơ hưởng trợ cấp. Hồ sơ được nhận ngay hôm sau.',
    },
    congratulated: ['van.doan', 'loan.pham', 'ha.nguyen', 'nga.bui'],
    appliedBy: null,
  },
  {
    key: 'tu-van-ben-ca',
    kind: 'advanced_model',
    praised: 'giang.bui',
    reporter: 'dat.lam',
    head: 'phuc.dang',
    daysAgo: 38,
    source: 'citizen',
    field: 'communication',
    words: {
      deed: 'Suốt nhiều tháng, chị Giang ra bến cá trước bình minh, tư vấn BHXH tự nguyện cho ngư dân khi tàu vừa cập bến.',
      place: 'Bến cá Cồn Gió',
      result: 'Số người tham gia BHXH tự nguyện của xã tăng gấp đôi sau nửa năm.',
      method:
        'Đi theo giờ của người dân; mỗi buổi hai người, một bảng tính sẵn mức đóng và mức hưởng, ghi danh tại chỗ, gọi lại sau ba ngày.',
      beneficiaries: 'Ngư dân và tiểu thương bến cá',
      headline: 'Tư vấn bảo hiểm theo giờ tàu cập bến',
      text: 'Chị Bùi Hương Giang ra bến cá trước bình minh để tư vấn BHXH tự nguyện khi tàu vừa cập bến. Mỗi buổi hai người, một bảng tính sẵn mức đóng, mức hưởng, ghi danh tại chỗ và gọi lại sau ba ngày. Sau nửa năm, số người tham gia của xã tăng gấp đôi.',
    },
    congratulated: ['dat.lam', 'phuc.dang', 'chi.luong'],
    appliedBy: {
      head: 'thao.dinh',
      how: 'Tư vấn tại chợ đầu mối Cầu Trắng vào phiên sáng thứ Bảy, hai người một buổi.',
    },
  },
];
