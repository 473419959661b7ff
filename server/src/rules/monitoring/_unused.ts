import type { Indicator } from './_figures.ts';

/** An indicator that says nothing and serves nothing; whether others refer to it is for the caller to know. */
export const isUnused = (indicator: Indicator): boolean => !indicator.has('value', 'data', 'serves', 'used for', 'alarm');
