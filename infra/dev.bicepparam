using 'main.bicep'

// Illustration: change every value that begins with 'your'.
param name = 'yourdev'
param stage = 'dev'
param signInAuthority = 'https://login.microsoftonline.com/your-tenant/v2.0'
param signInClientId = 'your-application-id'
param signInClientSecret = readEnvironmentVariable('SIGN_IN_CLIENT_SECRET', '')
param operatorsAddress = 'your-operators@example.gov.uk'
param monthlyBudget = 20
param budgetFrom = '2026-12-01'
param immutableDays = 1
param extractDays = 31
