/** Vợ, chồng; cha, mẹ; con; anh, chị, em ruột; cha, mẹ, con, anh, chị, em bên vợ hoặc chồng; người thân khác. */
export const KINSHIPS = ['spouse', 'parent', 'child', 'sibling', 'in_law', 'other'] as const;
export type Kinship = (typeof KINSHIPS)[number];
