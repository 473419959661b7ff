/** The publications that the rules rest on, as their pages name them. */
export const osce = (section: string): string =>
  `OSCE/ODIHR 2017, Local and central government co-ordination on the process of migrant integration, section ${section}`;
export const penninx = (section: string): string => `Penninx 2009, Decentralising integration policies, section ${section}`;
export const nordic = (chapter: string): string => `Learning to live in a new country, Nordic report on civil society and integration 2020, ${chapter}`;
export const wholeComm = (section: string): string => `Whole-COMM country report on the Netherlands 2022, section ${section}`;
export const busengdal = (section: string): string => `Busengdal, on integration in Norwegian municipal planning, section "${section}"`;
