using 'main.bicep'

// Illustration: change every value that begins with 'your'.
param name = 'yourcouncil'
param stage = 'production'
param publicAddress = 'https://sla.your-council.example.gov.uk'
param signInAuthority = 'https://login.microsoftonline.com/your-tenant/v2.0'
param signInClientId = 'your-application-id'
param signInClientSecret = readEnvironmentVariable('SIGN_IN_CLIENT_SECRET', '')
param operatorsAddress = 'your-operators@example.gov.uk'
param monthlyBudget = 100
param budgetFrom = '2026-12-01'
// Six years after a simple contract ends it can be sued upon; ten cover the months of most contracts until then.
param immutableDays = 3650
// Long enough to dispute a contract year; they say more of people than a return does.
param extractDays = 550
param mostInstances = 100
