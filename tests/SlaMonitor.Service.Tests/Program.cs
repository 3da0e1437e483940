using NodaTime.Testing;
using NodaTime.Text;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Notices.Mail;
using SlaMonitor.Service.Storage;
using SlaMonitor.Service.Tests.Storage;

// A worker of its own that delivers one contract's alerts, so that a test can kill it: connection string, prefix of names, contract,
// instant, port of the mail server on loopback.
if (args is not [var connection, var prefix, var contract, var now, var port]) return 2;
var clock = new FakeClock(InstantPattern.ExtendedIso.Parse(now).Value);
var stores = new Stores(StorageAccount.Emulated(connection, new(prefix), new()));
var mail = new SmtpOptions { Host = "127.0.0.1", Port = int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), Security = SmtpSecurity.WhenOffered, From = "sla@council.example" };
await new DeliverAlerts(stores, new(), HolidayBasis.Adopted, new NoticeOptions { Smtp = mail }.Channels(clock), clock, new ListLog()).Of(new(contract, null, null));
return 0;
