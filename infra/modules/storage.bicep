// One storage account: tables, queues and containers with the names the code has (a test compares them).
param name string
param stage string
param location string
param immutableDays int
param extractDays int

var tables = ['contracts', 'index', 'access']
var queues = ['assess', 'assess-poison', 'alerts', 'alerts-poison']
var writeOnce = ['raw', 'anchors']
var containers = ['raw', 'uploads', 'extracts', 'results', 'anchors', 'keys', 'deployments']

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: '${name}sla'
  location: location
  kind: 'StorageV2'
  sku: { name: stage == 'production' ? 'Standard_ZRS' : 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: { enabled: true, days: 30 }
    containerDeleteRetentionPolicy: { enabled: true, days: 30 }
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [
  for each in containers: {
    parent: blobs
    name: each
    properties: { publicAccess: 'None' }
  }
]

// Unlocked, so that a mistake in the number of days can be mended; locking it is a step of going live (README).
resource immutable 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2024-01-01' = [
  for each in writeOnce: {
    name: '${account.name}/default/${each}/default'
    properties: {
      immutabilityPeriodSinceCreationInDays: immutableDays
      allowProtectedAppendWrites: false
    }
    dependsOn: [container]
  }
]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'uploads-that-were-never-completed'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['uploads/'] }
            actions: {
              baseBlob: { delete: { daysAfterCreationGreaterThan: 1 } }
              version: { delete: { daysAfterCreationGreaterThan: 1 } }
            }
          }
        }
        {
          name: 'ticket-extracts-no-longer-kept'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['extracts/'] }
            actions: {
              baseBlob: { delete: { daysAfterCreationGreaterThan: extractDays } }
              version: { delete: { daysAfterCreationGreaterThan: extractDays } }
            }
          }
        }
      ]
    }
  }
  dependsOn: [container]
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' = [
  for each in tables: {
    parent: tableService
    name: each
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = [
  for each in queues: {
    parent: queueService
    name: each
  }
]

output name string = account.name
