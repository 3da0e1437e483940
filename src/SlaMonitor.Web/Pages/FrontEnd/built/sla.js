// Nothing needs this script. It makes what is there easier to use: drag and drop, counts of characters left, the focus on errors.
import { initAll } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
