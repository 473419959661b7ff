// Mocha's browser build, which sets the global `Mocha` as it is loaded.
declare module 'mocha/mocha.js';
