interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly build?: boolean;
  readonly proof?: string;
}
export const ROWS: readonly {
  readonly id: string;
  readonly promise: string;
  readonly tests: readonly (readonly string[])[];
  readonly change: Change;
  readonly note?: string;
}[];
