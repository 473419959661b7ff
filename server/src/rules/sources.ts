/** The publications that the rules rest on, as their pages name them. */
export const osce = (section: string): string =>
  `OSCE/ODIHR 2017, Local and central government co-ordination on the process of migrant integration, section ${section}`;
export const penninx = (section: string): string => `Penninx 2009, Decentralising integration policies, section ${section}`;
export const nordic = (chapter: string): string => `Learning to live in a new country, Nordic report on civil society and integration 2020, ${chapter}`;
export const wholeComm = (section: string): string => `Whole-COMM country report on the Netherlands 2022, section ${section}`;
export const busengdal = (section: string): string => `Busengdal, on integration in Norwegian municipal planning, section "${section}"`;
export const luxembourg = (article: string): string => `Luxembourg, Act of 23 August 2023 on intercultural living together, ${article}`;
export const finland = (section: string): string => `Finland, Act on the Promotion of Immigrant Integration 681/2023, section ${section}`;
export const norwayAct = (section: string): string => `Norway, Integration Act of 6 November 2020 no. 127, section ${section}`;
