/** The function of the project's other script file, which the build makes of `src/contract`. */
declare function Contract_(): typeof import('../../contract/contract.ts');
