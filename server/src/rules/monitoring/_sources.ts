export * from '../sources.ts';
