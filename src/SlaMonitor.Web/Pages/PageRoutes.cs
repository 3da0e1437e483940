using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlaMonitor.Web.Api;
using SlaMonitor.Web.Pages.Breaches;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Pages.Ledger;
using SlaMonitor.Web.Pages.Link;
using SlaMonitor.Web.Pages.Manage;
using SlaMonitor.Web.Pages.OneContract;
using SlaMonitor.Web.Pages.PeriodResults;
using SlaMonitor.Web.Pages.Portfolio;
using SlaMonitor.Web.Pages.Receipts;
using SlaMonitor.Web.Pages.Returns;
using SlaMonitor.Web.Pages.Sending;
using SlaMonitor.Web.Pages.SignIn;
using SlaMonitor.Web.Pages.Start;
using SlaMonitor.Web.Pages.Statement;
using SlaMonitor.Web.Pages.Terms;
using SlaMonitor.Web.Pages.Withdrawing;

namespace SlaMonitor.Web.Pages;

/// <summary>Every page there is. A page's own file maps its addresses; this says which there are.</summary>
internal static class PageRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        FrontEndFiles.Map(routes);
        var pages = routes.MapGroup("").ExcludeFromDescription().GuardsForms();
        StartPages.Map(pages);
        SignInPages.Map(pages);
        LinkPages.Map(pages);
        var contract = pages.MapContract();
        ReturnPages.Map(pages, contract);
        SendingPages.Map(contract);
        ReceiptPages.Map(contract);
        WithdrawPages.Map(contract);
        ResultPages.Map(contract);
        ClaimPages.Map(contract);
        PortfolioPages.Map(pages);
        ContractPages.Map(contract);
        StatementPages.Map(contract);
        BreachPages.Map(contract);
        LedgerPages.Map(contract);
        TermsPages.Map(contract);
        AuditPages.Map(contract);
        ManagePages.Map(pages);
    }
}
