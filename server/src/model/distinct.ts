/** Each once, in the order of the first; a list that has no two is given back as it is. */
export const distinct = <D>(list: readonly D[]): readonly D[] => (list.length < 2 ? list : [...new Set(list)]);
