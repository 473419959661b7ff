/** The publications that the rules of this family rest on, as their pages name them. */
export const osce = (section: string): string => `OSCE/ODIHR 2017, policy study on local and regional integration policies, section ${section}`;
export const penninx = (section: string): string => `Penninx 2015, on the decentralisation of integration policy, section ${section}`;
export const nordic = (chapter: string): string => `Nordic Welfare Centre and Nordregio, on civil society in integration, ${chapter}`;
export const wholeComm = (section: string): string => `Whole-COMM country report on the Netherlands 2022, section ${section}`;
export const busengdal = (section: string): string => `Busengdal 2024, section "${section}"`;
