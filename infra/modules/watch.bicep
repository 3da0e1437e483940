// What watches the service: logs and metrics in one place, and the alerts that people get.
param name string
param stage string
param location string
param operatorsAddress string
param monthlyBudget int
param budgetFrom string

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-sla'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: stage == 'production' ? 365 : 30
    workspaceCapping: { dailyQuotaGb: 1 }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-sla'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logs.id
  }
}

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-sla-operators'
  location: 'global'
  properties: {
    groupShortName: 'sla-ops'
    enabled: true
    emailReceivers: [{ name: 'operators', emailAddress: operatorsAddress, useCommonAlertSchema: true }]
  }
}

// The service raises these itself (README, Operations); this is how they reach somebody when nobody looks.
resource raised 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${name}-sla-operator-alert'
  location: location
  properties: {
    displayName: 'SLA Monitor: an alert to the operator stands'
    description: 'Messages put aside, late work, a missing daily run, mail that fails: sla queue show, or /api/v1/operations/alerts.'
    severity: 1
    enabled: true
    scopes: [insights.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT10M'
    criteria: {
      allOf: [
        {
          query: 'customMetrics | where name == "sla.operator.alerts" | summarize standing = max(value)'
          metricMeasureColumn: 'standing'
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    autoMitigate: true
    actions: { actionGroups: [operators.id] }
  }
}

// The service cannot say that it does not run at all: what is missing here is the metric of every minute.
resource silent 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${name}-sla-silent'
  location: location
  properties: {
    displayName: 'SLA Monitor: nothing was heard of it for half an hour'
    description: 'The watch runs every minute. Where it is not heard, neither returns nor dates are looked at, and the daily run is missing.'
    severity: 0
    enabled: true
    scopes: [insights.id]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT30M'
    criteria: {
      allOf: [
        {
          query: 'customMetrics | where name == "sla.operator.alerts" | count'
          metricMeasureColumn: 'Count'
          timeAggregation: 'Total'
          operator: 'LessThan'
          threshold: 1
        }
      ]
    }
    autoMitigate: true
    actions: { actionGroups: [operators.id] }
  }
}

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: '${name}-sla'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: { startDate: budgetFrom }
    notifications: {
      forecast: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [operatorsAddress]
      }
      actual: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 90
        thresholdType: 'Actual'
        contactEmails: [operatorsAddress]
      }
    }
  }
}

output insightsName string = insights.name
