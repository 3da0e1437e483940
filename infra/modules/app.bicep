// The function app on Flex Consumption, and what its identity may do.
param name string
param location string
param storageName string
param vaultName string
param secretUri string
param insightsName string
param publicAddress string
param signInAuthority string
param signInClientId string
param mostInstances int
param sweepSchedule string
param watchSchedule string
param dailySchedule string

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = { name: storageName }
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = { name: vaultName }
resource insights 'Microsoft.Insights/components@2020-02-02' existing = { name: insightsName }

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-sla'
  location: location
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: '${name}-sla'
  location: location
  kind: 'functionapp,linux'
  identity: { type: 'SystemAssigned' }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}deployments'
          authentication: { type: 'SystemAssignedIdentity' }
        }
      }
      scaleAndConcurrency: { maximumInstanceCount: mostInstances, instanceMemoryMB: 2048 }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
    }
    siteConfig: { minTlsVersion: '1.2', ftpsState: 'Disabled', http20Enabled: true }
  }
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(
    {
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
      AzureWebJobsDisableHomepage: 'true'
      AzureWebJobsStorage__accountName: storage.name
      DailySchedule: dailySchedule
      Storage__accountName: storage.name
      Storage__queueServiceUri: storage.properties.primaryEndpoints.queue
      SweepSchedule: sweepSchedule
      WatchSchedule: watchSchedule
      // .NET 10 on Flex Consumption did not start without it (azure-functions-dotnet-worker, issue 3335).
      WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED: '0'
      Web__SignIn__Authority: signInAuthority
      Web__SignIn__Audiences__0: signInClientId
      Web__SignIn__Audiences__1: 'api://${signInClientId}'
      Web__SignIn__ClientId: signInClientId
      Web__SignIn__ClientSecret: '@Microsoft.KeyVault(SecretUri=${secretUri})'
    },
    empty(publicAddress) ? {} : { Web__PublicAddress: publicAddress }
  )
}

var roles = [
  {
    id: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
    why: 'Storage Blob Data Owner: the host keeps its leases and the package in blobs, the service its documents, and leave to upload is signed for the identity'
  }
  {
    id: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
    why: 'Storage Queue Data Contributor: messages are sent, received and deleted'
  }
  { id: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3', why: 'Storage Table Data Contributor: rows are read and written' }
]

resource onStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    scope: storage
    name: guid(storage.id, app.id, role.id)
    properties: {
      principalId: app.identity.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.id)
      description: role.why
    }
  }
]

resource onVault 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, app.id, 'secrets')
  properties: {
    principalId: app.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      '4633458b-17de-408a-b874-0445c86b69e6'
    )
    description: 'Key Vault Secrets User: the sign-in secret is read'
  }
}

output name string = app.name
output address string = 'https://${app.properties.defaultHostName}'
