// The server as a program of its own: what it consists of is loaded after there is a place to keep what is compiled of it.
import { keepCompiled } from './host/compiled.ts';

keepCompiled();
const { startServer } = await import('./server.node.ts');
startServer();
