export { EmptyFileSystem, URI } from 'langium';
export { createServices } from './services.mjs';
