// One secret: the sign-in of people needs the registration's. Everything else goes by identity.
param name string
param location string

@secure()
param signInClientSecret string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: '${name}-sla'
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource secret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'sign-in-client-secret'
  properties: { value: signInClientSecret }
}

output name string = vault.name
#disable-next-line outputs-should-not-contain-secrets // The address of the secret and not the secret.
output secretUri string = secret.properties.secretUri
