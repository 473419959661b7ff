/** The publications that the rules rest on, as their pages name them. What was found in each, and which rule finds it: docs/research.md. */
export const osce = (section: string): string =>
  `OSCE/ODIHR 2017, Local and central government co-ordination on the process of migrant integration, section ${section}`;
export const penninx = (section: string): string => `Penninx 2009, Decentralising integration policies, section ${section}`;
export const nordic = (chapter: string): string =>
  `Nordregio for the Nordic Welfare Centre 2020, Learning to live in a new country: everyday social integration, ${chapter}`;
export const wholeComm = (section: string): string => `Jonitz, Schiller and Scholten 2022, Whole-COMM country report: The Netherlands, section ${section}`;
export const busengdal = (section: string): string => `Busengdal, on the integration of refugees in Norwegian municipal planning, section "${section}"`;
export const luxembourg = (article: string): string => `Luxembourg, Act of 23 August 2023 on intercultural living together, ${article}`;
export const finland = (section: string): string => `Finland, Act on the Promotion of Immigrant Integration 681/2023, section ${section}`;
export const norwayAct = (section: string): string => `Norway, Integration Act of 6 November 2020 no. 127, section ${section}`;
