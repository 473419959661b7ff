// The formats whose libraries are heavy: they lie in a bundle of their own, which is loaded when one of them is asked for. So they are
// given what is in a document, and know nothing of plans.
export { docx } from './docx.ts';
export { xlsx } from './xlsx.ts';
