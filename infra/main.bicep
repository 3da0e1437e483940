// The service in one resource group: storage, the function app, its secret, what watches it, and what it may cost.
// Nothing has a shared key: the function app reaches everything by its own identity.
targetScope = 'resourceGroup'

@description('Part of every name; the storage account must be the only one in the world with it.')
@minLength(3)
@maxLength(14)
param name string

@description('production keeps three copies in zones and locks nothing by itself; dev is cheap and may be deleted.')
@allowed(['dev', 'production'])
param stage string

param location string = resourceGroup().location

@description('Where people reach the service, such as https://sla.example.gov.uk; empty for the address Azure gives.')
param publicAddress string = ''

@description('https://login.microsoftonline.com/{tenant}/v2.0')
param signInAuthority string

@description('The application id of the registration, and whom tokens of programs must be for.')
param signInClientId string

@description('Of the registration; kept in the vault alone.')
@secure()
param signInClientSecret string

@description('Who hears of poison messages, a missing daily run and the budget.')
param operatorsAddress string

@description('Pounds a month at which the operators hear of the cost.')
param monthlyBudget int

@description('The first day of the month the budget begins in, such as 2026-12-01.')
param budgetFrom string

@description('Days in which nobody can change or delete what was received, nor the anchors of the audit trail.')
param immutableDays int

@description('Days for which ticket extracts are kept as they came. What was counted from them stays with the results.')
@minValue(31)
param extractDays int

@description('The most instances at once.')
@minValue(40)
@maxValue(1000)
param mostInstances int = 40

@description('Six fields in UTC: what was begun and never announced is sent again.')
param sweepSchedule string = '0 */2 * * * *'

@description('Six fields in UTC: is work late, has anything been put aside, did the daily run run.')
param watchSchedule string = '30 * * * * *'

@description('Six fields in UTC: what falls due, and the anchors of the audit trail.')
param dailySchedule string = '0 30 0 * * *'

module storage 'modules/storage.bicep' = {
  params: {
    name: name
    stage: stage
    location: location
    immutableDays: immutableDays
    extractDays: extractDays
  }
}

module watch 'modules/watch.bicep' = {
  params: {
    name: name
    stage: stage
    location: location
    operatorsAddress: operatorsAddress
    monthlyBudget: monthlyBudget
    budgetFrom: budgetFrom
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: name
    location: location
    signInClientSecret: signInClientSecret
  }
}

module app 'modules/app.bicep' = {
  params: {
    name: name
    location: location
    storageName: storage.outputs.name
    vaultName: vault.outputs.name
    secretUri: vault.outputs.secretUri
    insightsName: watch.outputs.insightsName
    publicAddress: publicAddress
    signInAuthority: signInAuthority
    signInClientId: signInClientId
    mostInstances: mostInstances
    sweepSchedule: sweepSchedule
    watchSchedule: watchSchedule
    dailySchedule: dailySchedule
  }
}

output functionApp string = app.outputs.name
output address string = app.outputs.address
