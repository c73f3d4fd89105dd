import { playShare } from './support/play-all.ts';

playShare(4);
