// What is taken over as it is: the script of the GOV.UK Frontend, without the name of a map that is not served, and what is ours.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'

const script = readFileSync('node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js', 'utf8')
writeFileSync('built/govuk-frontend.min.js', script.replace(/\/\/# sourceMappingURL=.*\s*$/, '') + '\n')
for (const own of ['sla.js', 'icon.svg', 'licence.txt']) copyFileSync(own, 'built/' + own)
