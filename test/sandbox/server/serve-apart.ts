/** Serves a Workspace on any free port from the folder named on the command line, until it is killed. */
import { serveBench } from './serve-bench.ts';

const [, , folder = ''] = process.argv;
const { server } = await serveBench('function onEdit() {}', { folder });
console.log(server.url);
